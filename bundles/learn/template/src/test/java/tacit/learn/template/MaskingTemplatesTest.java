package tacit.learn.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.learn.FailureTemplates;

class MaskingTemplatesTest {

    private final FailureTemplates templates = MaskingTemplates.unconfigured();

    @Test
    void masksNamesOfTheCallBeforeWhatHasAForm() {
        assertThat(templates.template("no column HOME_TOWN at line 12", "SELECT home_town FROM hens"))
                .isEqualTo("no column <text> at line <n>");
    }

    @Test
    void keepsNamesThatAreNotOfTheCall() {
        assertThat(templates.template("no column HOME_TOWN at line 12", null))
                .isEqualTo("no column HOME_TOWN at line <n>");
    }

    @Test
    void leavesQuantitiesWithUnitsToItsSuccessor() {
        assertThat(templates.template("timed out after 30000ms", null)).isEqualTo("timed out after 30000ms");
    }

    @Test
    void answersTheSameEachTime() {
        String first = templates.template("hen 12 died at 10:30", "{\"hen\":12}");

        assertThat(templates.template("hen 12 died at 10:30", "{\"hen\":12}")).isEqualTo(first);
    }

    @Test
    void readsEachSetting() {
        FailureTemplates strict = new MaskingTemplates(20, 6, 4);

        assertThat(strict.template("a long complaint about 7 hens", null)).hasSize(20);
        assertThat(strict.template("lost A_B", "call a_b")).isEqualTo("lost A_B");
        assertThat(strict.template("lost HEN_A", "take HEN_A")).isEqualTo("lost HEN_A");
    }

    @ParameterizedTest
    @CsvSource({
        "19, 0, 1, longest must be at least 20; got 19",
        "20, -1, 1, longest.input must be at least 0; got -1",
        "20, 0, 0, shortest.name must be at least 1; got 0"
    })
    void refusesSettingsOutOfTheirBounds(int template, int input, int name, String complaint) {
        assertThatThrownBy(() -> new MaskingTemplates(template, input, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint.replace(';', ','));
    }
}
