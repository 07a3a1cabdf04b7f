package jp.mimamori.decision.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.Resource;

/**
 * Turns rule files into a Drools knowledge base. Table rows are no part of it: they are facts, so that
 * nothing of a cell ever becomes a rule's text.
 */
final class RuleCompiler {

    private static final Wording WORDS = Wording.of(RuleCompiler.class);
    /** One class a rule instead of one a condition: compiles a third faster, and our conditions are cheap anyway. */
    private static final String FEWER_CLASSES = "drools.externaliseCanonicalModelLambda";

    private final List<Issue> issues = new ArrayList<>();

    private RuleCompiler() {
    }

    /**
     * The knowledge base of rule files, by path.
     *
     * @throws PolicyException where a rule does not compile
     */
    static KieBase compile(Map<String, String> rules) throws PolicyException {
        KieServices services = KieServices.get();
        KieModule module = new RuleCompiler().build(services, rules);
        try {
            return services.newKieContainer(module.getReleaseId(), RuleCompiler.class.getClassLoader()).getKieBase();
        } finally {
            services.getRepository().removeKieModule(module.getReleaseId());
        }
    }

    /** The classes that rule files compile to, by path in a jar. */
    static Map<String, byte[]> classes(Map<String, String> rules) throws PolicyException {
        KieServices services = KieServices.get();
        InternalKieModule module = (InternalKieModule) new RuleCompiler().build(services, rules);
        services.getRepository().removeKieModule(module.getReleaseId());
        Map<String, byte[]> classes = new TreeMap<>();
        for (String name : module.getFileNames()) {
            if (name.endsWith(".class") && !name.startsWith("org/")) { // not Drools' index of projects, which nobody asks
                classes.put(name, module.getBytes(name));
            }
        }
        return classes;
    }

    private KieModule build(KieServices services, Map<String, String> rules) throws PolicyException {
        if (System.getProperty(FEWER_CLASSES) == null) {
            System.setProperty(FEWER_CLASSES, "false"); // Drools offers no narrower switch without its XML module
        }
        KieFileSystem files = services.newKieFileSystem();
        // a name of its own for every build, so that rule sets live side by side and never replace each other
        ReleaseId release = services.newReleaseId("jp.mimamori", "policy-" + UUID.randomUUID(), "1");
        files.generateAndWritePomXML(release);
        rules.forEach((path, text) -> write(services, files, path, text));

        KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            issue(String.valueOf(message.getPath()), message.getLine(), message.getText());
        }
        if (!issues.isEmpty()) {
            services.getRepository().removeKieModule(release);
            throw new PolicyException(issues);
        }
        return builder.getKieModule();
    }

    private void write(KieServices services, KieFileSystem files, String path, String text) {
        // a profile's file may be called as one of the policy's
        String name = path.substring(path.indexOf('/') + 1).replace('/', '-');
        Resource resource = services.getResources().newByteArrayResource(text.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8.name());
        files.write("src/main/resources/" + folder(text) + name, resource);
    }

    /** Drools wants a rule file in the folder of its package. */
    private static String folder(String text) {
        return text.lines().map(String::strip).filter(line -> line.startsWith("package ")).findFirst()
                .map(line -> line.substring(8).replace(";", "").strip().replace('.', '/') + "/").orElse("");
    }

    private void issue(String path, int line, String text) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        issues.add(new Issue("POLICY-010", Severity.ERROR, new Place(file, null, null, line > 0 ? line : null), null, null,
                WORDS.message("rules.compile", file, text.lines().collect(Collectors.joining(" ")).strip())));
    }
}
