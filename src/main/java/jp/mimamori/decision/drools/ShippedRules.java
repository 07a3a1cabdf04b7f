package jp.mimamori.decision.drools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.mimamori.decision.table.PolicyException;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rule files as shipped, compiled when Mimamori is built: a hospital that edits tables alone, as most will, never waits
 * for a compiler. They serve only where every rule file on the shelf reads as it did then; {@code main} is that build
 * step.
 */
final class ShippedRules {

    private static final String INDEX = "compiled-rules.properties";

    private ShippedRules() {
    }

    /** The knowledge base of {@code rules} where it was compiled beforehand. */
    static Optional<KieBase> of(Map<String, String> rules) {
        try (InputStream in = ShippedRules.class.getResourceAsStream(INDEX)) {
            if (in == null) {
                return Optional.empty(); // run from classes that no Maven build has completed
            }
            Properties index = new Properties();
            index.load(in);
            if (!fingerprint(rules).equals(index.getProperty("rules"))) {
                return Optional.empty();
            }
            Model model = (Model) Class.forName(index.getProperty("model")).getDeclaredConstructor().newInstance();
            return Optional.of(KieBaseBuilder.createKieBaseFromModel(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules are damaged", e);
        }
    }

    /** Compiles {@code folder[0]/*.drl} into the class folder {@code folder[1]}. */
    public static void main(String[] folder) throws IOException, PolicyException {
        Map<String, String> rules = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(folder[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                rules.put("rules/" + file.getFileName(), Files.readString(file).replace("\r\n", "\n"));
            }
        }
        Path target = Path.of(folder[1]);
        forget(target.resolve("mimamori/rules"));
        List<String> models = new ArrayList<>();
        for (Map.Entry<String, byte[]> compiled : RuleCompiler.classes(rules).entrySet()) {
            Path file = target.resolve(compiled.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, compiled.getValue());
            String name = compiled.getKey().replace(".class", "").replace('/', '.');
            if (name.matches(".*\\.Rules[0-9A-F]{32}")) {
                models.add(name);
            }
        }
        if (models.size() != 1) {
            throw new IllegalStateException("one package of rules makes one model, not " + models);
        }
        // no Properties.store: its date would make every build another
        Files.writeString(target.resolve(ShippedRules.class.getPackageName().replace('.', '/')).resolve(INDEX),
                "rules=" + fingerprint(rules) + "\nmodel=" + models.get(0) + "\n");
    }

    /** What an earlier build left: Drools names classes by their content. */
    private static void forget(Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            try (Stream<Path> old = Files.list(classes)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String fingerprint(Map<String, String> rules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(rules).forEach((path, text) -> {
                digest.update((path + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
