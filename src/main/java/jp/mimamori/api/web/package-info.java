/** What programs may ask for, who may, and what they are told where it goes wrong. */
@NullMarked
package jp.mimamori.api.web;

import org.jspecify.annotations.NullMarked;
