/** What the hospital has: devices, software, network, support dates, utilisation, redundancy groups, staff and calendars. */
@ApplicationModule(allowedDependencies = {"language", "trace"})
@NullMarked
package jp.mimamori.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
