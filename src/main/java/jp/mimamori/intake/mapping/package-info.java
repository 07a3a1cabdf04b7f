/** How the user says that sheets of some layout are read: which column is which field, which word means what. */
@NamedInterface("mapping")
@NullMarked
package jp.mimamori.intake.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
