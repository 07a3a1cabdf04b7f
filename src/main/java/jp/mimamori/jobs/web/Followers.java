package jp.mimamori.jobs.web;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells pages how far jobs are. What is told comes out of the database, so that a job is followed wherever it runs; one look for all followers,
 * a few times a second, and none while nobody follows.
 */
@Component
class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final long EVERY_MILLIS = 400;
    /** Proxies close what is silent for long. */
    private static final int ALIVE_AFTER = 40;
    private static final int MOST = 500;

    private final Jobs jobs;
    private final JobViews views;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clockwork;

    Followers(Jobs jobs, JobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    private static final class Follower {

        private final long job;
        private final Language language;
        private final SseEmitter page = new SseEmitter(0L);
        private String last = "";
        private int silent;

        Follower(long job, Language language) {
            this.job = job;
            this.language = language;
        }
    }

    /** Whether there is room for one more. */
    boolean isFull() {
        return followers.size() >= MOST;
    }

    SseEmitter follow(Job job, Language language) {
        Follower follower = new Follower(job.id(), language);
        follower.page.onCompletion(() -> followers.remove(follower));
        follower.page.onError(e -> followers.remove(follower));
        if (tell(follower, job)) {
            followers.add(follower);
        }
        return follower.page;
    }

    private void look() {
        try {
            for (Follower follower : followers) {
                Job job = jobs.job(follower.job).orElse(null);
                if (job == null || !tell(follower, job)) {
                    followers.remove(follower);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("following jobs failed; it goes on", e);
        }
    }

    /** @return whether there will be more to tell */
    private boolean tell(Follower follower, Job job) {
        String event = views.event(job, follower.language);
        try {
            if (!event.equals(follower.last)) {
                follower.page.send(SseEmitter.event().name("progress").data(event));
                follower.last = event;
                follower.silent = 0;
            } else if (++follower.silent % ALIVE_AFTER == 0) {
                follower.page.send(SseEmitter.event().comment("alive"));
            }
            if (job.state().isOver()) {
                follower.page.complete();
                return false;
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            return false; // the page was closed
        }
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "jobs-followers");
            thread.setDaemon(true);
            return thread;
        });
        Objects.requireNonNull(clockwork).scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Pages that follow would keep the server from ending gracefully. */
    @Override
    public void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
        followers.forEach(each -> each.page.complete());
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
