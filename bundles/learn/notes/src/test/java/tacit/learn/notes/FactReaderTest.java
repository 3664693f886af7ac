package tacit.learn.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

    private static List<String> of(Fact.Kind kind, String text) {
        return FactReader.facts(text, true).stream()
                .filter(fact -> fact.kind() == kind)
                .map(Fact::text)
                .toList();
    }

    @Test
    void findsNamesOfTablesAndColumns() {
        assertThat(of(Fact.Kind.SCHEMA, "[('Parcel_Id', 'int'), ('sent_at',)] in depot.parcels; table Depot"))
                .containsExactlyInAnyOrder("parcel_id", "sent_at", "depot.parcels", "table depot");
    }

    @Test
    void findsAddressesPathsAndIds() {
        assertThat(of(Fact.Kind.REFERENCE, "See https://depot.example/v1/rates, /srv/depot/rates.csv and RATE-2041."))
                .containsExactlyInAnyOrder("https://depot.example/v1/rates", "/srv/depot/rates.csv", "RATE-2041");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parcels above 30 kilos must be sent by freight.",
                "Never send two parcels at once.",
                "Pakete dürfen nicht gestapelt werden.",
                "Los paquetes nunca se apilan aquí."
            })
    void findsSentencesThatAreRules(String rule) {
        assertThat(of(Fact.Kind.POLICY, "Hello there. " + rule + " It is sunny."))
                .containsExactly(rule);
    }

    @Test
    void findsRulesInJson() {
        assertThat(of(Fact.Kind.POLICY, "{\"rules\":[\"Fragile parcels need to be wrapped.\",\"A parcel\"],\"n\":3}"))
                .containsExactly("Fragile parcels need to be wrapped.");
    }

    @Test
    void takesNoRuleFromAUser() {
        assertThat(FactReader.facts("You must refund my parcel at once.", false))
                .isEmpty();
    }

    @Test
    void leavesOutPeopleAndMasks() {
        assertThat(FactReader.facts("Only ann_lee@depot.example1 may sign with [REDACTED:api_key] here", true))
                .extracting(Fact::text)
                .noneMatch(text -> text.contains("ann") || text.contains("REDACTED") || text.contains("api_key"));
    }

    @Test
    void leavesOutWhatTacitItselfPutThere() {
        String text = "Start <cowork_hot_memory>Parcels must be weighed_first.</cowork_hot_memory> use depot_id";

        assertThat(FactReader.facts(text, true)).containsExactly(new Fact(Fact.Kind.SCHEMA, "depot_id"));
    }

    @Test
    void isBounded() {
        assertThat(FactReader.facts("x".repeat(49_995) + " late_name", true)).isEqualTo(Set.of());
        assertThat(of(Fact.Kind.POLICY, "Always " + "very ".repeat(100) + "slow."))
                .isEmpty();
    }
}
