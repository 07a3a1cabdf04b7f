/** The queue of jobs in the database. */
@NullMarked
package jp.mimamori.jobs.jdbc;

import org.jspecify.annotations.NullMarked;
