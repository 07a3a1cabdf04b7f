package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.intake.UnusableFileException;

/**
 * Opens a file of whatever kind and shows its sheets as they stand. Nothing is fetched, followed or run: no links, no
 * external entities, no macros.
 */
public final class SheetFiles {

    private final Limits limits;

    public SheetFiles(Limits limits) {
        this.limits = limits;
    }

    /**
     * Shows every sheet of {@code path} to {@code visitor}.
     *
     * @param file what the file is called in issues
     *
     * @throws UnusableFileException where the file cannot be read as a spreadsheet, for whatever reason
     */
    public void read(Path path, String file, SheetVisitor visitor) throws UnusableFileException {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw Refusal.MISSING.of(file);
            }
            long size = Files.size(path);
            if (size == 0) {
                throw Refusal.EMPTY.of(file);
            }
            if (size > limits.fileBytes()) {
                throw Refusal.limit(file, "fileBytes", limits.fileBytes());
            }
            show(path, file, visitor);
        } catch (VisitorFault e) {
            throw e.fault;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the readers' own ways to say that the file is broken are many; to its owner they all mean one thing
            throw Refusal.DAMAGED.of(file);
        } catch (OutOfMemoryError e) {
            throw Refusal.limit(file, "memory", Runtime.getRuntime().maxMemory() / 1_000_000);
        }
    }

    private void show(Path path, String file, SheetVisitor target) throws IOException, UnusableFileException {
        SheetVisitor visitor = sheet -> {
            try {
                target.sheet(sheet);
            } catch (RuntimeException e) {
                // a fault of ours while interpreting must not be blamed on the file
                throw new VisitorFault(e);
            }
        };
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(8192);
        }
        switch (FileKind.of(head)) {
            case ZIP -> new XlsxSheets(limits).read(path, file, visitor);
            case OLE2 -> new XlsSheets(limits).read(path, file, visitor);
            case TEXT -> visitor.sheet(new TextSheets(limits).read(file, Files.readAllBytes(path)));
            case HTML -> throw Refusal.HTML.of(file);
            case OLD_EXCEL -> throw Refusal.OLD_EXCEL.of(file);
            case EXCEL_XML -> throw Refusal.kind(file, "excelXml");
            case XML -> throw Refusal.kind(file, "xml");
            case PDF -> throw Refusal.kind(file, "pdf");
            case GZIP -> throw Refusal.kind(file, "gzip");
            case BINARY -> throw Refusal.kind(file, "binary");
        }
    }

    private static final class VisitorFault extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient RuntimeException fault;

        VisitorFault(RuntimeException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
