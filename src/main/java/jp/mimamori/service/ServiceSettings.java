package jp.mimamori.service;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service ({@code mimamori.*}).
 *
 * @param data     the directory that holds everything the service keeps, the embedded database included
 * @param language the language of whoever has not chosen one
 * @param zone     where the hospital is: when its day begins
 * @param home     a folder with rules and spreadsheets of the hospital's own; null for the shipped ones
 * @param profiles the profiles put on top of the policy
 * @param log      how the log is written: {@code lines} for people or {@code json} for programs
 */
@Validated
@ConfigurationProperties("mimamori")
public record ServiceSettings(@NotNull Path data, @DefaultValue("JA") Language language, @DefaultValue("Asia/Tokyo") ZoneId zone,
        @Nullable Path home, @DefaultValue List<String> profiles,
        @Pattern(regexp = "lines|json") @DefaultValue("lines") String log) {
}
