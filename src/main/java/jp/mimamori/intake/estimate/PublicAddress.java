package jp.mimamori.intake.estimate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an IP cell holds an address that the internet routes (RFC 1918, 6598, 3927, 4291). */
final class PublicAddress {

    private static final Pattern IPV4 = Pattern.compile("(?<![\\d.])(\\d{1,3})\\.(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("(?<![0-9a-fA-F:])[23][0-9a-fA-F]{3}:[0-9a-fA-F:]+");

    private PublicAddress() {
    }

    static boolean isIn(@Nullable String written) {
        if (written == null) {
            return false;
        }
        Matcher address = IPV4.matcher(written);
        while (address.find()) {
            if (isRouted(Integer.parseInt(address.group(1)), Integer.parseInt(address.group(2)))) {
                return true;
            }
        }
        return IPV6.matcher(written).find();
    }

    private static boolean isRouted(int first, int second) {
        boolean local = first == 0 || first == 10 || first == 127 || first >= 224
                || first == 172 && second >= 16 && second <= 31 || first == 192 && second == 168
                || first == 169 && second == 254 || first == 100 && second >= 64 && second <= 127;
        return !local;
    }
}
