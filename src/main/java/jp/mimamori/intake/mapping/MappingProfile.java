package jp.mimamori.intake.mapping;

import java.util.List;

/**
 * A mapping file.
 *
 * @param file    its name
 * @param layouts the layouts it describes
 * @param words   the words whose meaning it gives; they hold for every sheet that is read
 */
public record MappingProfile(String file, List<Layout> layouts, List<ValueWord> words) {

    public MappingProfile {
        layouts = List.copyOf(layouts);
        words = List.copyOf(words);
    }
}
