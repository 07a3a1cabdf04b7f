package jp.mimamori.service;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import jp.mimamori.language.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service ({@code mimamori.*}).
 *
 * @param data     the directory that holds everything the service keeps, the embedded database included
 * @param language the language of whoever has not chosen one
 */
@Validated
@ConfigurationProperties("mimamori")
public record ServiceSettings(@NotNull Path data, @DefaultValue("JA") Language language) {
}
