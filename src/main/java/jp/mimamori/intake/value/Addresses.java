package jp.mimamori.intake.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IP and MAC addresses. */
final class Addresses {

    private static final Pattern IPV4 = Pattern.compile(
            "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2})|\\s?[-~〜]\\s?(?:\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.)?(\\d{1,3}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*(?:/\\d{1,3})?");
    private static final Pattern MAC = Pattern.compile("[0-9A-F]{2}(?:[:\\-. ]?[0-9A-F]{2}){5}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;、/\\s]+(?=\\D*\\d{1,3}\\.\\d)|[,;、\\s]+");

    private Addresses() {
    }

    /** One or several addresses, ranges and networks, separated by {@code ", "}; {@code DHCP} stays. */
    static Parsed<String> ip(String raw) {
        if (isPlainIpv4(raw)) {
            return Parsed.of(raw);
        }
        String text = Characters.fold(raw);
        if (text.toUpperCase(Locale.ROOT).startsWith("DHCP") || text.equals("自動取得") || text.equals("自動")) {
            return Parsed.of("DHCP");
        }
        List<String> found = new ArrayList<>();
        for (String part : SEPARATOR.split(text.replaceAll("\\s?([-~〜])\\s?", "$1"))) {
            if (!isIpv4(part) && !IPV6.matcher(part).matches()) {
                return Parsed.of(null, Remark.ADDRESS_UNREADABLE.on(raw));
            }
            found.add(part);
        }
        return Parsed.of(String.join(", ", found));
    }

    /** Whether the text is one address in the form that most cells have, so that nothing else need be asked of it. */
    static boolean isPlain(String text) {
        return isPlainIpv4(text) || isPlainMac(text);
    }

    /** Four numbers up to 255 and nothing else, as most cells hold them: quicker than by a pattern. */
    private static boolean isPlainIpv4(String text) {
        int dots = 0;
        int digits = 0;
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < 3) {
                digits++;
                number = number * 10 + c - '0';
            } else if (c == '.' && digits > 0 && number <= 255 && dots < 3) {
                dots++;
                digits = 0;
                number = 0;
            } else {
                return false;
            }
        }
        return dots == 3 && digits > 0 && number <= 255;
    }

    /** Six pairs of capital digits with colons, the form that others are brought into. */
    private static boolean isPlainMac(String text) {
        if (text.length() != 17) {
            return false;
        }
        for (int i = 0; i < 17; i++) {
            char c = text.charAt(i);
            if (i % 3 == 2 ? c != ':' : (c < '0' || c > '9') && (c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        Matcher m = IPV4.matcher(text);
        if (!m.matches() || m.group(5) != null && Integer.parseInt(m.group(5)) > 32) {
            return false;
        }
        for (int i : new int[] {1, 2, 3, 4, 6}) {
            if (m.group(i) != null && Integer.parseInt(m.group(i)) > 255) {
                return false;
            }
        }
        return true;
    }

    /** One or several addresses as {@code 00:1B:44:11:3A:B7}, separated by {@code ", "}. */
    static Parsed<String> mac(String raw) {
        if (isPlainMac(raw)) {
            return Parsed.of(raw);
        }
        String text = Characters.fold(raw).toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        Matcher m = MAC.matcher(text);
        int end = 0;
        StringBuilder rest = new StringBuilder();
        while (m.find()) {
            rest.append(text, end, m.start());
            end = m.end();
            String hex = m.group().replaceAll("[^0-9A-F]", "");
            found.add(String.join(":", hex.split("(?<=\\G..)")));
        }
        rest.append(text.substring(end));
        boolean clean = rest.toString().replaceAll("[,;、/\\s]|MAC|LAN\\d?", "").isEmpty();
        return found.isEmpty() || !clean ? Parsed.of(null, Remark.ADDRESS_UNREADABLE.on(raw))
                : Parsed.of(String.join(", ", found));
    }
}
