/** Two rule sets side by side: what stands otherwise in their sheets and files, and which outcomes that changes. */
@NamedInterface("diff")
@NullMarked
package jp.mimamori.policy.diff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
