package jp.mimamori.access.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in at the hospital's own provider (OpenID Connect): {@code mimamori.sign-in.*}, beside Spring's
 * {@code spring.security.oauth2.client.*} that name the provider.
 *
 * @param nameClaim  the claim that holds the account name
 * @param rolesClaim the claim that holds somebody's groups, a text or a list
 * @param roles      which group has which role, as {@code group=ROLE}
 */
@ConfigurationProperties("mimamori.sign-in")
record SignInSettings(@DefaultValue("preferred_username") String nameClaim, @DefaultValue("groups") String rolesClaim, @DefaultValue List<String> roles) {

    SignInSettings {
        roles = List.copyOf(roles);
        roles.forEach(SignInSettings::role);
    }

    private static Role role(String rule) {
        int sign = rule.lastIndexOf('=');
        try {
            return Role.valueOf(rule.substring(sign + 1).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("mimamori.sign-in.roles: " + rule + " is not group=ROLE with a role of " + List.of(Role.values()), e);
        }
    }

    /** What {@code claim} makes of somebody; a group that no rule names makes nothing of anybody. */
    Set<Role> of(@Nullable Object claim) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        Collection<?> groups = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        for (String rule : roles) {
            String group = rule.substring(0, Math.max(0, rule.lastIndexOf('='))).strip();
            if (!group.isEmpty() && groups.contains(group)) {
                found.add(role(rule));
            }
        }
        return found;
    }
}
