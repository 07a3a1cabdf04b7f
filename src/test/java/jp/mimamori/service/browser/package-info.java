/** Pages as people meet them: a whole service and a real Chromium. */
@NullMarked
package jp.mimamori.service.browser;

import org.jspecify.annotations.NullMarked;
