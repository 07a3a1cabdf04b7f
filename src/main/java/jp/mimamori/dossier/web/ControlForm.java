package jp.mimamori.dossier.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.dossier.Evidence;
import jp.mimamori.dossier.NewControl;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A control as it stands in the form's fields. */
public record ControlForm(@Nullable String code, @Nullable String verifiedBy, @Nullable String evidence, @Nullable String verified,
        @Nullable String validUntil, @Nullable String about) {

    /** Today, for as long as it may be. */
    static ControlForm blank(LocalDate today, boolean onDevice) {
        return new ControlForm("", "", "", today.toString(), today.plusDays(NewControl.LONGEST_DAYS).toString(), onDevice ? "device" : "finding");
    }

    NewControl control(Set<String> known, LocalDate today, Map<String, Message> problems) {
        Entered entered = new Entered(problems);
        NewControl control = new NewControl(Entered.text(code), Entered.text(verifiedBy), Entered.text(evidence),
                entered.date("verified", verified), entered.date("validUntil", validUntil));
        control.problems(known, today).forEach(problems::putIfAbsent);
        return control;
    }

    /** The files that are taken; {@code problems} where one is too large, of another kind, or there are too many. */
    static List<Evidence> files(@Nullable List<MultipartFile> given, Map<String, Message> problems) throws IOException {
        List<Evidence> files = new ArrayList<>();
        for (MultipartFile file : given == null ? List.<MultipartFile>of() : given) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (name.isEmpty() && file.isEmpty()) {
                continue; // a field without a file
            }
            if (files.size() == Evidence.MOST) {
                problems.put("files", Shown.WORDS.message("control.files.many", Evidence.MOST));
                break;
            }
            if (file.getSize() > Evidence.LARGEST) {
                problems.put("files", Shown.WORDS.message("control.files.large", name, Evidence.LARGEST / 1024 / 1024));
                continue;
            }
            Evidence.of(name, file.getBytes()).ifPresentOrElse(files::add,
                    () -> problems.put("files", Shown.WORDS.message("control.files.kind", name)));
        }
        return files;
    }
}
