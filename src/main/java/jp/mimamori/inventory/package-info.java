/** What the hospital has: devices, software, network, support dates, utilisation, redundancy groups, staff and calendars. */
@NullMarked
package jp.mimamori.inventory;

import org.jspecify.annotations.NullMarked;
