package jp.mimamori.intake.ical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines of a calendar file, put together where they were folded. Folding may cut a character in two, so it is undone
 * before the bytes become characters: UTF-8, else CP932.
 *
 * @param lines   the whole lines
 * @param numbers the line of the file each of them begins on, from 1
 */
record CalendarText(List<String> lines, List<Integer> numbers) {

    private static final Charset CP932 = Charset.forName("windows-31j");

    static CalendarText of(byte[] file) throws CharacterCodingException {
        int start = file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        byte[] whole = new byte[file.length];
        int length = 0;
        List<Integer> numbers = new ArrayList<>();
        int number = 1;
        boolean fresh = true;
        for (int i = start; i < file.length; i++) {
            if (fresh) {
                numbers.add(number);
                fresh = false;
            }
            if (file[i] != '\n') {
                if (file[i] != '\r') {
                    whole[length++] = file[i];
                }
                continue;
            }
            number++;
            if (i + 1 < file.length && (file[i + 1] == ' ' || file[i + 1] == '\t')) {
                i++;
            } else {
                whole[length++] = '\n';
                fresh = true;
            }
        }
        return new CalendarText(List.of(decode(whole, length).split("\n", -1)), numbers);
    }

    private static String decode(byte[] bytes, int length) throws CharacterCodingException {
        try {
            return strictly(StandardCharsets.UTF_8, bytes, length);
        } catch (CharacterCodingException e) {
            return strictly(CP932, bytes, length);
        }
    }

    private static String strictly(Charset charset, byte[] bytes, int length) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    }

    /** The line of the file that whole line {@code index} begins on. */
    int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 1;
    }

    /** The places of the lines that say {@code line} and nothing else, whatever its case. */
    List<Integer> places(String line) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equalsIgnoreCase(line)) {
                places.add(i);
            }
        }
        return places;
    }

    /** Whether {@code head} begins as a calendar file does. */
    static boolean begins(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        return start.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR");
    }
}
