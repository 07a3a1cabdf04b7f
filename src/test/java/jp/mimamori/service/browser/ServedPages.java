package jp.mimamori.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.language.Language;
import jp.mimamori.service.RunningService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * One service and one browser for the tests of a class: {@code @RegisterExtension static final ServedPages PAGES = ServedPages.ready();}.
 * Its data is thrown away afterwards. Where there is no Chromium the tests of the class are skipped.
 */
public final class ServedPages implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** May do everything, so that a test of a page need not think of who reads it. */
    public static final String EVERYBODY = "sakura";
    public static final String PASSWORD = "水曜日の夜 に点検 42";
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int HEIGHT = 900;

    private final boolean firstRunDone;
    private final List<String> settings;
    private final Map<String, String> signedIn = new HashMap<>();
    private final List<BrowserContext> open = new ArrayList<>();
    private @Nullable Path data;
    private @Nullable RunningService service;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    private ServedPages(boolean firstRunDone, List<String> settings) {
        this.firstRunDone = firstRunDone;
        this.settings = settings;
    }

    /** A service with one account, {@link #EVERYBODY}, that has every role. */
    public static ServedPages ready(String... settings) {
        return new ServedPages(true, List.of(settings));
    }

    /** A service as it is when it is started for the first time. */
    public static ServedPages untouched(String... settings) {
        return new ServedPages(false, List.of(settings));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path chromium = chromium();
        Assumptions.assumeTrue(chromium != null, "skipped: Chromium is missing (./verify installs it; CHROMIUM=/path/to/it names another)");
        data = Files.createTempDirectory("mimamori-pages");
        service = RunningService.start(data, 0, settings);
        if (firstRunDone) {
            account(EVERYBODY, "桜井 みどり", EnumSet.allOf(Role.class));
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync")));
    }

    private static @Nullable Path chromium() {
        String named = System.getenv("CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    }

    public RunningService service() {
        return java.util.Objects.requireNonNull(service, "runs between beforeAll and afterAll");
    }

    /** Adds an account that signs in with {@link #PASSWORD}. */
    public void account(String name, String fullName, Set<Role> roles) {
        try {
            service().part(Accounts.class).add(name, fullName, roles, service().part(PasswordEncoder.class).encode(PASSWORD));
        } catch (Accounts.NameTakenException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** A browser of nobody in particular. */
    public Page stranger(Language language, int width) {
        return page(language, width, null);
    }

    /** {@code path} as {@link #EVERYBODY} sees it. */
    public Page open(String path, Language language, int width) {
        return openAs(EVERYBODY, path, language, width);
    }

    /** {@code path} as {@code name} sees it. */
    public Page openAs(String name, String path, Language language, int width) {
        String session = signedIn.get(name);
        if (session == null) {
            Page door = stranger(language, width);
            signIn(door, name, PASSWORD);
            session = door.context().storageState();
            signedIn.put(name, session);
            door.context().close();
        }
        Page page = page(language, width, session);
        page.navigate(at(path));
        return page;
    }

    /** Fills in the sign-in page and waits for what follows. */
    public void signIn(Page page, String name, String password) {
        page.navigate(at("/sign-in"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("main button.main").click();
        page.waitForLoadState();
    }

    /** Whoever signed in before has to sign in anew. */
    public void forgetSignIns() {
        signedIn.clear();
    }

    private Page page(Language language, int width, @Nullable String session) {
        var options = new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale(language == Language.JA ? "ja-JP" : "en-GB")
                .setTimezoneId("Asia/Tokyo");
        if (session != null) {
            options.setStorageState(session);
        }
        BrowserContext context = java.util.Objects.requireNonNull(browser).newContext(options);
        context.setDefaultTimeout(90_000); // a busy machine is not a failure
        open.add(context);
        return context.newPage();
    }

    /** The address of {@code path}, which begins with a slash. */
    public String at(String path) {
        return service().address().resolve(path).toString();
    }

    /** Keeps a picture of the whole page for somebody to look at. */
    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    /** Nothing on {@code page} keeps anybody out, by WCAG 2.2 AA as far as a program can tell. */
    public void accessible(Page page) {
        var found = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(found.getViolations()).as("%s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    /** The page fits its width: nobody has to push it sideways. */
    public void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("%s", page.url()).isEqualTo(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        signedIn.clear();
        if (playwright != null) {
            playwright.close();
        }
        if (service != null) {
            service.close();
        }
        if (data != null) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
