package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.trace.Issue;

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
     * Shows every sheet of {@code path} to {@code visitor}; gives what there is to tell of the file as a whole.
     *
     * @param file what the file is called in issues
     *
     * @throws UnusableFileException where the file cannot be read as a spreadsheet, for whatever reason
     */
    public List<Issue> read(Path path, String file, SheetVisitor visitor) throws UnusableFileException {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw Refusal.MISSING.of(file);
            }
            long size = Files.size(path);
            if (size == 0) {
                throw Refusal.EMPTY.of(file);
            }
            if (size > limits.of(Limits.Limit.FILE_BYTES)) {
                throw Refusal.limit(file, Limits.Limit.FILE_BYTES, limits.of(Limits.Limit.FILE_BYTES));
            }
            return show(path, file, visitor);
        } catch (VisitorFault e) {
            throw e.fault;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the readers' own ways to say that the file is broken are many; to its owner they all mean one thing
            throw Refusal.DAMAGED.of(file);
        } catch (OutOfMemoryError e) {
            throw Refusal.memory(file);
        }
    }

    private List<Issue> show(Path path, String file, SheetVisitor target) throws IOException, UnusableFileException {
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
        return switch (FileKind.of(head)) {
            case ZIP -> new XlsxSheets(limits).read(path, file, visitor);
            case OLE2 -> new XlsSheets(limits).read(path, file, visitor);
            case TEXT -> {
                visitor.sheet(new TextSheets(limits).read(file, path));
                yield List.of();
            }
            case HTML -> throw Refusal.HTML.of(file);
            case OLD_EXCEL -> throw Refusal.OLD_EXCEL.of(file);
            case EXCEL_XML -> throw Refusal.kind(file, "excelXml");
            case XML -> throw Refusal.kind(file, "xml");
            case PDF -> throw Refusal.kind(file, "pdf");
            case GZIP -> throw Refusal.kind(file, "gzip");
            case BINARY -> throw Refusal.kind(file, "binary");
        };
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
