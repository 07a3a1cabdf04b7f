/** The audit trail as a page and as a file. */
@NullMarked
package jp.mimamori.audit.web;

import org.jspecify.annotations.NullMarked;
