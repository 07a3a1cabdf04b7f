package jp.mimamori.planning.posing;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads what a staff sheet's skills say about devices: whole categories (CT, 検体検査), or single devices by their number,
 * room or name.
 */
final class Skills {

    private final Fleet fleet;
    private final StaffRoles words;
    private final DeviceKinds kinds;
    private final MaintenanceCatalogue catalogue;

    Skills(Fleet fleet, StaffRoles words, DeviceKinds kinds, MaintenanceCatalogue catalogue) {
        this.fleet = fleet;
        this.words = words;
        this.kinds = kinds;
        this.catalogue = catalogue;
    }

    /** The devices somebody's skills speak of. */
    static final class Scope {

        private final Set<String> categories = new LinkedHashSet<>();
        private final Set<Fleet.Member> devices = new LinkedHashSet<>();
        /** Categories of devices that a skill names only by a part of their name. */
        private final Set<String> alike = new LinkedHashSet<>();

        boolean isEmpty() {
            return categories.isEmpty() && devices.isEmpty();
        }

        /** Whether the device itself, or all of its category, is spoken of. */
        boolean names(Fleet.Member member) {
            return devices.contains(member) || categories.contains(String.valueOf(member.device().category()));
        }

        /** The same, or another device of the category of one that is named in part. */
        boolean suggests(Fleet.Member member) {
            return names(member) || alike.contains(String.valueOf(member.device().category()));
        }
    }

    /** Whether a skill is a role rather than a device: its exact words come first, 放射線治療装置 is a device. */
    boolean isRole(String skill) {
        return words.isWord(skill) || !kinds.isWord(skill) && words.isRole(skill);
    }

    /** Adds the devices of {@code skill} to {@code scope}; false where it names nothing we know. */
    boolean read(String skill, Scope scope) {
        if (isRole(skill)) {
            return true;
        }
        Set<String> categories = kinds.mentioned(skill);
        if (kinds.isWord(skill)) {
            scope.categories.addAll(categories);
            return true;
        }
        Fleet.Match match = fleet.find(skill);
        if (match.level() < Fleet.PARTLY) {
            scope.devices.addAll(match.members());
            return true;
        }
        if (!categories.isEmpty()) {
            scope.categories.addAll(categories);
            return true;
        }
        Set<Fleet.Member> there = fleet.within(skill);
        for (Fleet.Member member : there) {
            scope.devices.add(member);
            if (match.members().contains(member) && member.device().category() != null) {
                scope.alike.add(member.device().category());
            }
        }
        return !there.isEmpty();
    }

    /** Whether skills limit somebody of this role to devices. */
    boolean isByDevice(String role) {
        return words.isByDevice(role);
    }

    /** Whether {@code scope} speaks of any device that work of {@code role} is done on; only then can it limit the role. */
    boolean concern(Scope scope, String role) {
        return scope.categories.stream().anyMatch(category -> catalogue.roles(category).contains(role))
                || scope.devices.stream().anyMatch(member -> catalogue.roles(member.device()).contains(role));
    }
}
