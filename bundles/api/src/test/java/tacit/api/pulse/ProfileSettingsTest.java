package tacit.api.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileSettingsTest {

    @Test
    void theUsualOwnNothing() {
        assertThat(ProfileSettings.USUAL.inherited()).containsExactlyInAnyOrder(ProfileField.values());
        for (ProfileField field : ProfileField.values()) {
            assertThat(field.of(ProfileSettings.USUAL))
                    .isEqualTo(field.setting().rule().usual());
        }
    }

    @Test
    void takesAFieldAndGivesItBack() {
        ProfileSettings own = ProfileSettings.USUAL.with(ProfileField.CADENCE, "30");

        assertThat(own.cadence()).isEqualTo(Duration.ofMinutes(30));
        assertThat(own.inherited()).doesNotContain(ProfileField.CADENCE).hasSize(6);
        assertThat(own.inheriting(ProfileField.CADENCE, "15")).isEqualTo(ProfileSettings.USUAL);
    }

    @Test
    void ownsEverythingThatIsSaidAtOnce() {
        ProfileSettings all = new ProfileSettings(
                true, Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(15), 1, Stance.DISPATCHER, null);

        assertThat(all.inherited()).isEmpty();
        assertThat(ProfileField.STANCE.of(all)).isEqualTo("dispatcher");
        assertThat(ProfileField.ENABLED.of(all)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "14,0,15,1",
        "10081,0,15,1",
        "15,-1,15,1",
        "15,10081,15,1",
        "15,0,14,1",
        "15,0,10081,1",
        "15,0,15,0",
        "15,0,15,97"
    })
    void pf02RefusesValuesOutOfBounds(int cadence, int stagger, int cooldown, int dispatches) {
        assertThatThrownBy(() -> new ProfileSettings(
                        true,
                        Duration.ofMinutes(cadence),
                        Duration.ofMinutes(stagger),
                        Duration.ofMinutes(cooldown),
                        dispatches,
                        Stance.OBSERVER,
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @Test
    void refusesPartsOfMinutesAndValuesThatDoNotFit() {
        assertThatThrownBy(() -> new ProfileSettings(
                        true, Duration.ofSeconds(901), Duration.ZERO, Duration.ofMinutes(15), 1, Stance.OBSERVER, null))
                .hasMessageStartingWith("cadenceMinutes");
        assertThatThrownBy(() -> ProfileSettings.USUAL.with(ProfileField.STANCE, "boss"))
                .hasMessageStartingWith("profile must be one of observer, operator, dispatcher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "9-17", "0-0", "22-6 0,6", "9-17 Europe/Berlin", "9-17 1,2 UTC", "9-17 +02:00"})
    void readsTheHoursThatItWrites(String text) {
        assertThat(ActiveHours.text(ActiveHours.parse(text))).isEqualTo(text);
    }

    @Test
    void hoursFromTextCount() {
        ActiveHours nights = ActiveHours.parse("22-6 1 UTC");

        assertThat(nights).isEqualTo(new ActiveHours("UTC", 22, 6, List.of(1)));
        assertThat(nights.include(Instant.parse("2026-03-02T23:00:00Z"), ZoneOffset.UTC))
                .isTrue();
        assertThat(nights.include(Instant.parse("2026-03-03T05:00:00Z"), ZoneOffset.UTC))
                .isFalse();
        assertThat(nights.include(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "9-", "9-17-18", "nine-five", "9-17 8", "9-17 1;2", "99-1", "9-17 No/Where"})
    void refusesHoursThatAreNone(String text) {
        assertThatThrownBy(() -> ActiveHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usersOfWorkspacesHaveScopesOfTheirOwn() {
        assertThat(ScopedSettings.userId("w1", "anna")).isEqualTo("w1/anna");
        assertThat(ScopedSettings.userId("w/1", "anna")).isNotEqualTo(ScopedSettings.userId("w", "1/anna"));
    }
}
