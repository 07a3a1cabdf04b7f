package jp.mimamori.hospital.deciding;

import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.ResultLink;
import org.springframework.stereotype.Component;

/** What was decided is seen in the list of findings. */
@Component
class DecidedLink implements ResultLink {

    @Override
    public String kind() {
        return Everything.KIND;
    }

    @Override
    public String of(Job done) {
        return "/findings";
    }
}
