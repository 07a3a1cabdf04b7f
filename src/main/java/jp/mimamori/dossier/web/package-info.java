/** The page of a finding, the page of a device, the list of devices. */
@NullMarked
package jp.mimamori.dossier.web;

import org.jspecify.annotations.NullMarked;
