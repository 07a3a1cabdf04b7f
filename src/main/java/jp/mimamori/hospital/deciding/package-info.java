/** Decides what is kept: one finding with its proof, some after a change by hand, everything as a job. */
@NullMarked
package jp.mimamori.hospital.deciding;

import org.jspecify.annotations.NullMarked;
