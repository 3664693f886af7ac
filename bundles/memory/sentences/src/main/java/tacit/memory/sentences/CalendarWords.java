package tacit.memory.sentences;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words for days, months and distances in time. */
final class CalendarWords {

    /** A weekday, as group. */
    static final String WEEKDAY =
            "((?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
                    + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?";

    /** Before a letter or a digit: a word begins there. */
    static final String BEGIN = "(?<!\\w)";

    /** After a letter or a digit: a word ends there. */
    static final String END = "(?!\\w)";

    /** A month, as group. */
    static final String MONTH =
            "(jan(?:uary|uar)?|enero|janvier|feb(?:ruary|ruar)?|febrero|février|march|märz|marzo|mars"
                    + "|apr(?:il)?|abril|avril|may|mai|mayo|june?|juni|junio|juin|july?|juli|julio|juillet|aug(?:ust)?|agosto|août"
                    + "|sept?(?:ember)?|septiembre|septembre|oct(?:ober)?|oktober|octubre|octobre"
                    + "|nov(?:ember)?|noviembre|novembre|dec(?:ember)?|dezember|diciembre|décembre)";

    /** How many, as group. */
    static final String NUMBER =
            "(\\d{1,2}|an?|one|two|three|four|five|six|seven|ten|einem|einer|zwei|drei|vier|fünf|sechs|sieben"
                    + "|zehn|una?|dos|tres|cuatro|cinco|seis|siete|diez|une?|deux|trois|quatre|cinq|sept|dix)";

    /** Of what, as group. */
    static final String UNIT =
            "(hours?|days?|weeks?|stunden?|tag(?:en?)?|wochen?|horas?|d[ií]as?|semanas?|heures?|jours?|semaines?)"
                    + END;

    private static final List<List<String>> NUMBERS = List.of(
            List.of(),
            List.of("a", "an", "one", "einem", "einer", "un", "una", "une"),
            List.of("two", "zwei", "dos", "deux"),
            List.of("three", "drei", "tres", "trois"),
            List.of("four", "vier", "cuatro", "quatre"),
            List.of("five", "fünf", "cinco", "cinq"),
            List.of("six", "sechs", "seis"),
            List.of("seven", "sieben", "siete", "sept"),
            List.of(),
            List.of(),
            List.of("ten", "zehn", "diez", "dix"));
    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("mon", "lun"),
            List.of("tue", "die", "mart", "mard"),
            List.of("wed", "mit", "mié", "mer"),
            List.of("thu", "don", "jue", "jeu"),
            List.of("fri", "fre", "vie", "ven"),
            List.of("sat", "sam", "sáb"),
            List.of("sun", "son", "dom", "dim"));
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "ene"),
            List.of("feb", "fév"),
            List.of("mar", "mär"),
            List.of("apr", "abr", "avr"),
            List.of("may", "mai"),
            List.of("jun", "juin"),
            List.of("jul", "juil"),
            List.of("aug", "ago", "aoû"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez", "dic", "déc"));
    private static final Pattern NEXT = pattern("next|nächste[nrs]?|kommende[nrs]?|próxim[oa]|que viene|prochaine?");
    private static final Map<Pattern, Duration> NEAR = new LinkedHashMap<>();

    static {
        NEAR.put(pattern("day after tomorrow|übermorgen|pasado mañana|après-demain"), Duration.ofDays(2));
        NEAR.put(
                pattern(
                        "tomorrow|morgen|(?<!la |por la |de la )mañana(?! por)|mañana por la (?:mañana|tarde|noche)|demain"),
                Duration.ofDays(1));
        NEAR.put(
                pattern(
                        "next week|nächste[rn]? woche|kommende[rn]? woche|próxima semana|semana que viene|semaine prochaine"),
                Duration.ofDays(7));
        NEAR.put(pattern("this week|diese[rn]? woche|esta semana|cette semaine"), Duration.ofDays(3));
        NEAR.put(pattern("today|tonight|heute|hoy|aujourd'hui|ce soir"), Duration.ofHours(8));
    }

    private CalendarWords() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.of(indexOf(WEEKDAYS, word) + 1);
    }

    static int month(String word) {
        return indexOf(MONTHS, word) + 1;
    }

    static int number(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < NUMBERS.size(); i++) {
            if (NUMBERS.get(i).contains(plain)) {
                return i;
            }
        }
        return Integer.parseInt(plain);
    }

    static ChronoUnit unit(String word) {
        char first = Character.toLowerCase(word.charAt(0));
        boolean hours = first == 'h' || word.toLowerCase(Locale.ROOT).startsWith("st");
        boolean weeks = first == 'w' || word.toLowerCase(Locale.ROOT).startsWith("se");
        return hours ? ChronoUnit.HOURS : weeks ? ChronoUnit.WEEKS : ChronoUnit.DAYS;
    }

    /** The patterns of {@link #near}. */
    static Set<Pattern> nearby() {
        return NEAR.keySet();
    }

    /** How far away a text says that something is, such as "tomorrow". */
    static Optional<Duration> near(Scanned text) {
        return NEAR.entrySet().stream()
                .filter(word -> text.has(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static boolean saysNext(String text) {
        return NEXT.matcher(text).find();
    }

    private static int indexOf(List<List<String>> names, String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).stream().anyMatch(plain::startsWith)) {
                return i;
            }
        }
        throw new IllegalArgumentException("word must name a day or a month, got '" + word + "'");
    }
}
