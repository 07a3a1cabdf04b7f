package jp.mimamori.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.SetUpCode;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.imports.Imports;
import jp.mimamori.imports.RefusedUploadException;
import jp.mimamori.imports.Upload;
import jp.mimamori.imports.Uploads;
import jp.mimamori.settings.Shelf;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that is up, until it is closed. */
public final class RunningService implements AutoCloseable {

    private static final String SAMPLE = "spreadsheets/examples/星凪総合病院";

    private final ConfigurableApplicationContext context;
    private final DataDirectory data;

    private RunningService(ConfigurableApplicationContext context, DataDirectory data) {
        this.context = context;
        this.data = data;
    }

    /**
     * Starts the service.
     *
     * @param data     where it keeps everything; made where it is missing
     * @param port     0 for any free one
     * @param settings further settings, {@code name=value}
     * @throws CannotStartException where something stands in the way that whoever starts it can mend
     */
    public static RunningService start(Path data, int port, List<String> settings) throws CannotStartException {
        DataDirectory directory = DataDirectory.open(data);
        try {
            return new RunningService(run(data, port, settings), directory);
        } catch (RuntimeException e) {
            directory.close();
            Optional<CannotStartException> mendable = StartFailure.of(e, port);
            if (mendable.isPresent()) {
                throw mendable.get();
            }
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(Path data, int port, List<String> settings) {
        SpringApplication service = new SpringApplication(Service.class);
        service.setBannerMode(Banner.Mode.OFF);
        List<String> args = new ArrayList<>();
        args.add("--mimamori.data=" + data.toAbsolutePath());
        args.add("--server.port=" + port);
        settings.forEach(setting -> args.add("--" + setting));
        return service.run(args.toArray(String[]::new));
    }

    public URI address() {
        return URI.create("http://localhost:" + java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort() + "/");
    }

    /** The page that makes the first account, with its code; empty where there is one already. */
    public Optional<URI> firstRun() {
        boolean first = context.getBean(Accounts.class).isEmpty();
        return first ? Optional.of(address().resolve("first-run?code=" + context.getBean(SetUpCode.class).text())) : Optional.empty();
    }

    /** One of the parts the service was put together from. */
    public <T> T part(Class<T> type) {
        return type.isInstance(context) ? type.cast(context) : context.getBean(type);
    }

    /**
     * Brings the sample hospital in, as an import of its own that can be taken back; nothing where something was brought in before.
     *
     * @return whether it was brought in
     */
    public boolean demo() {
        if (!part(HospitalStore.class).imports(1).isEmpty()) {
            return false;
        }
        Imports imports = part(Imports.class);
        List<Uploads.NewFile> files = Shelf.shipped().list(SAMPLE, "").stream()
                .map(path -> new Uploads.NewFile(path.substring(path.lastIndexOf('/') + 1), Shelf.shipped().read(path))).toList();
        try {
            Upload upload = imports.upload(imports.stage(null, "demo", files)).orElseThrow();
            imports.bringIn(upload, imports.understand(upload).comparison().version(), "demo");
            return true;
        } catch (RefusedUploadException | HospitalStore.StaleException e) {
            throw new IllegalStateException("the sample hospital cannot be brought in", e);
        }
    }

    @Override
    public void close() {
        context.close();
        data.close();
    }
}
