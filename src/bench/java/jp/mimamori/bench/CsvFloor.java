package jp.mimamori.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/** The floor of reading a CSV file: a JVM that visits every field with FastCSV and does nothing with it. */
final class CsvFloor {

    private CsvFloor() {
    }

    /** Prints how many fields the files named on the command line have. */
    public static void main(String[] files) throws IOException {
        long[] fields = new long[1];
        for (String file : files) {
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(Path.of(file))) {
                csv.forEach(line -> line.getFields().forEach(field -> fields[0] += field.isEmpty() ? 0 : 1));
            }
        }
        System.out.println(fields[0] + " fields");
    }
}
