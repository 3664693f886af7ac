package tacit.adapt.skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillParameter;

/** Names, places, times and cuts. */
class SkillTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "run-tests", "v2", "a-1-b"})
    void takesNamesOfThePublishedFormat(String name) {
        assertThat(SkillNames.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Run", "run--tests", "-run", "run-", "run_tests", "läufe", "../x"})
    void refusesOtherNames(String name) {
        assertThat(SkillNames.isValid(name)).isFalse();
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(SkillNames.isValid("a".repeat(64))).isTrue();
        assertThat(SkillNames.isValid("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Run tests!, run-tests", "  Über die Brücke , uber-die-brucke", "'--a--b--', a-b", "Résumé 2, resume-2"
    })
    void makesNamesOfWords(String words, String name) {
        assertThat(SkillNames.of(words, "p1")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "запустить тесты", "運行測試", "run тесты"})
    void namesByItsHashWhatHasOtherLetters(String words) {
        assertThat(SkillNames.of(words, "p1"))
                .matches("skill-[0-9a-f]{12}")
                .isEqualTo(SkillNames.of(words, "p1"))
                .isNotEqualTo(SkillNames.of(words, "p2"));
    }

    @Test
    void cutsALongNameBetweenWords() {
        String name = SkillNames.of("word ".repeat(30), "p1");

        assertThat(name).hasSizeLessThanOrEqualTo(50).endsWith("-word");
        assertThat(SkillNames.of("x".repeat(90), "p1")).hasSize(50);
        assertThat(SkillNames.other(name, "else"))
                .matches(name + "-[0-9a-f]{6}")
                .satisfies(other -> assertThat(SkillNames.isValid(other)).isTrue());
    }

    @Test
    void findsThePlacesThatNoParameterDeclares() {
        List<SkillParameter> declared = List.of(new SkillParameter("port", "number", "", true, null));
        SkillDraft draft = new SkillDraft(
                "x", "X", "", "Open {{port}} and {{ host }}, {{größe}}, {{ }} and {host}", "", "", declared, true);

        assertThat(Parameters.undeclared(draft)).containsExactly("größe", "host");
    }

    @Test
    void readsParametersBackWithAndWithoutADefault() {
        List<SkillParameter> parameters = List.of(
                new SkillParameter("port", "number", "where", true, "80"),
                new SkillParameter("host", "text", "", false, null));

        assertThat(Parameters.read(Parameters.json(parameters))).isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({"{\"at\":1000}, 1970-01-01T00:00:01Z", "'{\"at\":\"2026-03-01T12:00:00Z\"}', 2026-03-01T12:00:00Z"})
    void readsTimesInMillisecondsOrWords(String json, Instant time) {
        assertThat(Json.time(Json.stored(json), "at", Instant.EPOCH)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\":\"noon\"}", "{\"at\":true}", "{\"at\":null}"})
    void fallsBackWhereThereIsNoTime(String json) {
        assertThat(Json.time(Json.stored(json), "at", Instant.MAX)).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{a", "\"text\""})
    void refusesAStoredDocumentThatIsNoObject(String text) {
        assertThat(Json.read(text)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> Json.stored(text)).withMessageContaining("no object");
    }

    @Test
    void readsTextsAndPassesOverWhatIsNone() {
        assertThat(Json.strings(Json.stored("{\"a\":[\"x\",1,null,\"y\"]}"), "a"))
                .containsExactly("x", "y");
        assertThat(Json.strings(Json.object(), "a")).isEmpty();
        assertThat(Json.optional(Json.stored("{\"a\":\"\"}"), "a")).isNull();
        assertThat(Json.lines(Json.stored("{\"a\":1}"))).contains("\n").endsWith("}\n");
    }

    @ParameterizedTest
    @CsvSource({"one two three, 20, one two three", "one two three, 9, one two…", "abcdefghij, 5, abcd…"})
    void cutsBetweenWordsWhereThatLeavesHalf(String text, int most, String cut) {
        assertThat(Wording.cut(text, most)).isEqualTo(cut);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Wording.cut("abc😀defgh", 5)).isEqualTo("abc…");
    }
}
