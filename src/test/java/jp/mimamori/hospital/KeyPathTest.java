package jp.mimamori.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"id:vt-2025-001", "id:CT01", "on:id:CT01|CVE-2024-0001,CVE-2024-0002|windows 10", "name:本院|放射線科|1F/CT室|CT|..|#2",
            "serial:%2F", "a b+c_d~e", "𠮷野#2", ""})
    void leads_back_to_its_key(String key) {
        assertThat(KeyPath.key(KeyPath.of(key))).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id:CT01|x/..", "名前", "a%b;c?d#e\\f", "../.."})
    void needs_no_escaping(String key) {
        assertThat(KeyPath.of(key)).matches("[A-Za-z0-9_-]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a.b", "_", "_4", "_zz", "_ff", "_41", "_3A"})
    void a_segment_that_no_key_has_leads_nowhere(String path) {
        assertThat(KeyPath.key(path)).isEmpty();
    }

    @Test
    void different_keys_have_different_paths() {
        assertThat(KeyPath.of("a_b")).isNotEqualTo(KeyPath.of("a:b"));
        assertThat(KeyPath.of("_5f")).isNotEqualTo(KeyPath.of("_"));
    }
}
