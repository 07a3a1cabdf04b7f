/** Long work as its readers follow it: the list, progress while it happens, stopping it. */
@NullMarked
package jp.mimamori.jobs.web;

import org.jspecify.annotations.NullMarked;
