package tacit.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void keepsItsValuesWhenTheCallerChangesTheirs() {
        Map<String, Object> values = new HashMap<>();
        values.put("none", null);
        Page page = new Page("Traces", "{{ none }}", values);
        values.put("more", 1);

        assertThat(page.values()).containsOnlyKeys("none");
    }

    @Test
    void namesATemplateThatIsNotThere() {
        assertThatThrownBy(() -> Page.of("Traces", PageTest.class, "nothing.peb", Map.of()))
                .hasMessage("No template 'nothing.peb' beside tacit.api.page.PageTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "https://elsewhere", "a/../../b"})
    void refusesToLeadElsewhere(String path) {
        assertThatThrownBy(() -> new Done("Done", path)).hasMessageStartingWith("path must lead on");
    }
}
