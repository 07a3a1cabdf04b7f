package jp.mimamori.jobs.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.ResultLink;
import jp.mimamori.jobs.json.JobJson;
import jp.mimamori.jobs.json.ToldJson;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a job in its reader's language. Other rooms' pages show their own jobs with it. */
@Component
public class JobViews {

    private static final Wording WORDS = Wording.at("/jp/mimamori/jobs/web/messages");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ObjectProvider<ResultLink> links;
    private final Clock clock;

    JobViews(ObjectProvider<ResultLink> links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    public JobView of(Job job, Language language) {
        String kind = WORDS.has("kind." + job.kind()) ? WORDS.text(language, "kind." + job.kind()) : job.kind();
        boolean over = job.state().isOver();
        Integer percent = job.state() == Job.State.DONE ? Integer.valueOf(100) : job.share() < 0 ? null : Integer.valueOf((int) (job.share() * 100));
        return new JobView(job.id(), kind, WORDS.text(language, "state." + job.state().name()), sentence(job, language), percent, job.by(),
                when(job.asked()), job.ended() == null ? null : when(job.ended()), link(job), over, job.state() == Job.State.FAILED);
    }

    private String when(Instant at) {
        return WHEN.format(at.atZone(clock.getZone()));
    }

    private static String sentence(Job job, Language language) {
        String told = job.state() == Job.State.FAILED ? job.failure() : job.state() == Job.State.RUNNING ? job.said() : null;
        return told == null ? WORDS.text(language, "sentence." + job.state().name()) : ToldJson.read(told, language);
    }

    private @Nullable String link(Job job) {
        return job.state() != Job.State.DONE ? null : links.stream().filter(each -> each.kind().equals(job.kind())).findFirst()
                .map(each -> each.of(job)).orElse(null);
    }

    /** For the script that follows it: the view's sentence beside the job's JSON. */
    String event(Job job, Language language) {
        JobView view = of(job, language);
        return JobJson.event(job, language, view.link(), view.state(), view.sentence());
    }
}
