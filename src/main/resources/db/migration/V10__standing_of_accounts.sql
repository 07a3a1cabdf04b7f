-- A session is welcome while the number it began with is still the account's: a change of password, roles or standing ends all others.
alter table account add column standing_number bigint default 0 not null;
alter table account add column must_change boolean default false not null;
