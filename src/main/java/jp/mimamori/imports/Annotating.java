package jp.mimamori.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.handback.Handback;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.NotHandedBackException;
import jp.mimamori.handback.xlsx.Annotator;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/** Hands a file of an upload back to whoever has to mend it. */
final class Annotating {

    private static final Wording WORDS = Wording.of(Annotating.class);

    private Annotating() {
    }

    /** Writes the file with its problems marked. Gives its name: text becomes a workbook. */
    static String write(Uploads uploads, Upload upload, Understood understood, int position, Language language, Path target)
            throws IOException, RefusedUploadException {
        List<Upload.File> usable = upload.files().stream().filter(file -> understood.unusable(file.position()) == null).toList();
        String name = usable.stream().filter(file -> file.position() == position).map(Upload.File::name).findFirst().orElse("");
        try (LaidOut laid = new LaidOut(uploads, upload, usable)) {
            for (HandedFile file : Handback.of(laid.files(), understood.reading()).files()) {
                if (file.source().file().equals(name)) {
                    new Annotator(language).write(file, target);
                    return Annotator.isText(file) ? name.replaceFirst("\\.[^.]*$", "") + ".xlsx" : name;
                }
            }
            throw new RefusedUploadException(WORDS.message("refused.notHandedBack", name));
        } catch (NotHandedBackException e) {
            throw new RefusedUploadException(e.why());
        }
    }
}
