package jp.mimamori.api.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.util.Map;
import jp.mimamori.access.ApiTokens;
import jp.mimamori.access.Throttle;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door for programs: tokens only, no sessions, so that no browser can be made to come in here. The description of the API is no secret. */
@Configuration
class ApiRules {

    private static final Map<String, String> PROBLEMS = Map.of("400", "The request cannot be read", "401", "No good token", "403", "The token's roles do not cover it",
            "429", "Too many wrong tokens", "500", "A fault of the program, with its number in the log");

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, ApiTokens tokens, Throttle throttle, Clock clock) throws Exception {
        // the figures of the service: to a browser through the usual door, to a program that gathers them through this one
        RequestMatcher figures = request -> "/actuator/prometheus".equals(request.getServletPath()) && request.getHeader("Authorization") != null;
        var paths = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(new OrRequestMatcher(paths.matcher("/api/**"), paths.matcher("/v3/api-docs/**"), paths.matcher("/v3/api-docs.yaml"), figures));
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.addFilterBefore(new BearerFilter(tokens, throttle, clock), AuthorizationFilter.class);
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml").permitAll()
                .requestMatchers("/actuator/**").hasAuthority("ADMINISTER").anyRequest().authenticated());
        http.exceptionHandling(wrong -> wrong.authenticationEntryPoint((request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            Problems.write(request, response, 401, null);
        }).accessDeniedHandler((request, response, e) -> Problems.write(request, response, 403, null)));
        return http.build();
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Mimamori").version("v1").description("What a hospital knows and has decided about the vulnerabilities of its devices."))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(new Components().addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                        .addSchemas("Problem", new ObjectSchema().addProperty("type", new StringSchema()).addProperty("title", new StringSchema())
                                .addProperty("status", new IntegerSchema()).addProperty("detail", new StringSchema())
                                .addProperty("instance", new StringSchema()).addProperty("number", new StringSchema())));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryOperation() {
        Content problem = new Content().addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> PROBLEMS.forEach((status, text) ->
                        operation.getResponses().addApiResponse(status, new ApiResponse().description(text).content(problem)))));
            }
        };
    }
}
