/** Signing in, the first account, and the accounts page. */
@NullMarked
package jp.mimamori.access.web;

import org.jspecify.annotations.NullMarked;
