package jp.mimamori.example;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the sample hospital's list of IT assets to hospitals made after its model. */
public final class ItAssets {

    private ItAssets() {
    }

    public static void write(SampleFacts facts, Path file) throws IOException {
        SampleFeeds.writeItAssets(facts, file);
    }
}
