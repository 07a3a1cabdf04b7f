/** What all pages share: their frame, their language, the first page. */
@NullMarked
package jp.mimamori.service.web;

import org.jspecify.annotations.NullMarked;
