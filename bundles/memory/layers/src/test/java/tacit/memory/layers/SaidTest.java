package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[user/preference] Likes tea | - preference: likes  tea.",
                "Likes tea | * Likes \"tea\"",
                "[workspace/project_fact] Uses Vite 7 | 1. Project Fact: uses vite 7"
            })
    void aFactIsTheSameInAnotherForm(String one, String other) {
        assertThat(Said.key(one)).isEqualTo(Said.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Uses Vite 6 | Uses Vite 7",
                "Use tabs | Do not use tabs",
                "Knows C | Knows C++",
                "Limit is -5 | Limit is 5",
                "Timezone: Lisbon | Lisbon"
            })
    void anotherFactIsNot(String one, String other) {
        assertThat(Said.key(one)).isNotEqualTo(Said.key(other));
    }

    @Test
    void dropsLabelsInFrontOnly() {
        assertThat(Said.of("[KG] [service] Billing [beta]")).isEqualTo("Billing [beta]");
    }
}
