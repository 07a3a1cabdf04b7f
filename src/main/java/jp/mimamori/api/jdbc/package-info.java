/** What was answered to requests that must not be done twice. */
@NullMarked
package jp.mimamori.api.jdbc;

import org.jspecify.annotations.NullMarked;
