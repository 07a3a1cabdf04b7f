package jp.mimamori.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file to read, and the role its sheets are forced to ({@code kev=FILE}); null to recognise it by the headers. */
public record InputFile(Path path, @Nullable SheetRole role) {
}
