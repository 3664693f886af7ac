package tacit.api.adapt;

/**
 * How a component says which of its settings switch or bound what is adapted, so that operators find all of them in one place: by
 * the component property {@link #PROPERTY}, one text per switch, whether or not the component is active.
 *
 * <p>A text is {@code FLAG|KEY|LIMIT|TRAIL}: the name of the switch for people, the key of the setting, what bounds how often it
 * acts (empty for nothing), and the action under which the audit log has what it did (empty for none). A {@code {key}} in LIMIT
 * stands for the value that this setting has.
 *
 * <pre>
 *   &#64;Component(property = Governed.PROPERTY + "=adaptiveStyleEnabled|enabled|{max.drift.per.week} a week|style.adapt")
 * </pre>
 */
public final class Governed {

    /** The component property; may be given several times. */
    public static final String PROPERTY = "tacit.governed";

    private Governed() {}
}
