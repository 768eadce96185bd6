#!/usr/bin/perl
#
# build_geo.pl SOURCES COUNTRY_CODES OUT
#
# Merges the text sources geoip, geoip6 and location.txt (see text_sources.sh) in the folder SOURCES
# into one MaxMind DB file OUT. Called by build_geo.sh.
#
# Every source is read as a stream of ranges in address order, so that little is held in memory:
#
#     aliases   ----[  ]------------    parts of the tree that repeat the IPv4 part
#     tor       [ NL  ][ US ]--[ ?? ]   country, the newer source
#     libloc    [DE,64500 ][US,64501]   country and AS number, the older source
#                        |
#                     overlay           cut at every edge, one answer per piece
#                        |
#                     coarsen           IPv6 edges only where a /48 begins
#                        |
#                      join             neighbours with equal answers become one
#                        |
#                      tree
#
# An address is a string of 16 bytes that sorts as the address does; IPv4 lies in ::/96, as in the
# tree. A range is [first, end, value] with the end not included. A stream is a sub that returns the
# next range, and undef after the last.

use strict;
use warnings;

use MaxMind::DB::Writer::Tree;
use Socket qw(AF_INET AF_INET6 inet_ntop inet_pton);
use Time::Piece;

# Record size in bits. 24 suffices as long as nodes and data bytes together stay below 2**24, and
# makes the smallest file; the writer refuses when it does not suffice.
my $record_size = 24;

# What the tree repeats from its IPv4 part, so that 6to4 and Teredo addresses find the IPv4 address
# within them. The writer insists that nothing else is inserted here. ::ffff:0:0/96, the third, can
# hold no source range: the sources list IPv4 as IPv4.
my @aliases = ('2001::/32', '2002::/16');

# Codes that say "more than one country, by the registry's own word". They are an answer: an older
# source that names one country does not overrule them.
my %is_region = map { $_ => 1 } qw(AP EU);

# Exceptionally reserved in ISO 3166-1 for the country whose code is the other one.
my %same_country = (UK => 'GB');

my %type_of = (
    country                        => 'map',
    iso_code                       => 'utf8_string',
    autonomous_system_number       => 'uint32',
    autonomous_system_organization => 'utf8_string',
);

# --- addresses ------------------------------------------------------------------------------------

# All host bits set, by prefix length.
my @host_bits = map { pack 'B128', '0' x $_ . '1' x (128 - $_) } 0 .. 128;

# parse_address(TEXT): the 16 bytes.
sub parse_address {
    my ($text) = @_;
    my $bytes = $text =~ /:/ ? inet_pton(AF_INET6, $text) : inet_pton(AF_INET, $text);
    die "not an address: $text\n" unless defined $bytes;
    return length $bytes == 4 ? "\0" x 12 . $bytes : $bytes;
}

# parse_network(TEXT): first address and end.
sub parse_network {
    my ($text) = @_;
    my ($address, $length) = split m{/}, $text;
    my $first = parse_address($address);
    $length += 96 unless $text =~ /:/;
    return ($first, successor($first | $host_bits[$length]));
}

sub successor {
    my ($high, $low) = unpack 'Q>2', $_[0];
    return pack 'Q>2', $high, $low + 1 if $low != ~0;
    die "a range may not reach the last address\n" if $high == ~0;
    return pack 'Q>2', $high + 1, 0;
}

sub predecessor {
    my ($high, $low) = unpack 'Q>2', $_[0];
    return $low ? pack 'Q>2', $high, $low - 1 : pack 'Q>2', $high - 1, ~0;
}

# next_48(ADDRESS): the first address, from this one on, where a /48 begins. IPv4 stays as it is.
sub next_48 {
    my ($address) = @_;
    return $address if substr($address, 0, 12) eq "\0" x 12;
    return $address if substr($address, 6) eq "\0" x 10;
    my ($high) = unpack 'Q>', $address;
    return pack 'Q>2', (($high >> 16) + 1) << 16, 0;
}

# --- streams --------------------------------------------------------------------------------------

sub open_text {
    my ($path) = @_;
    open my $file, '<:encoding(UTF-8)', $path or die "$path: $!\n";
    return $file;
}

# list(RANGES): a stream of the ranges given.
sub list {
    my @ranges = @_;
    return sub { shift @ranges };
}

# chain(STREAMS): one stream after the other.
sub chain {
    my @streams = @_;
    return sub {
        while (@streams) {
            my $range = $streams[0]->();
            return $range if $range;
            shift @streams;
        }
        return;
    };
}

# in_order(NAME, STREAM): the same stream; dies where a range begins before the last one's end.
sub in_order {
    my ($name, $stream) = @_;
    my $end = "\0" x 16;
    return sub {
        my $range = $stream->() or return;
        die "$name: ranges overlap or are out of order\n" if $range->[0] lt $end;
        $end = $range->[1];
        return $range;
    };
}

# tor_ranges(PATH): lines "first,last,code", where IPv4 addresses are plain numbers. The value is
# the code.
sub tor_ranges {
    my ($path) = @_;
    my $file = open_text($path);
    return sub {
        while (my $line = <$file>) {
            next if $line =~ /^#/;
            my ($first, $last, $code) = $line =~ /^([^,]+),([^,]+),(..)$/
                or die "$path:$.: not a range\n";
            $_ = /:/ ? parse_address($_) : pack 'x12N', $_ for $first, $last;
            return [ $first, successor($last), $code ];
        }
        return;
    };
}

# libloc_networks(PATH): the networks of a location dump, not yet flat: a network comes right before
# the more specific ones within it. The value is "code,number", either of which may be missing.
sub libloc_networks {
    my ($path) = @_;
    my $file = open_text($path);
    return sub {
        local $/ = q{};
        while (my $paragraph = <$file>) {
            my ($network) = $paragraph =~ /^net:\s+(\S+)/ or next;
            my ($code)    = $paragraph =~ /^country:\s+(\S+)/m;
            my ($number)  = $paragraph =~ /^aut-num:\s+(\d+)/m;
            return [ parse_network($network), ($code // q{}) . q{,} . ($number // q{}) ];
        }
        return;
    };
}

# flatten(STREAM): turns networks within networks into ranges beside one another; the most specific
# network answers for its addresses, alone.
sub flatten {
    my ($stream) = @_;
    my (@open, @ready);
    my $at   = "\0" x 16;
    my $emit = sub {
        my ($until) = @_;
        push @ready, [ $at, $until, $open[-1][2] ] if $at lt $until;
        $at = $until;
    };
    my $close_until = sub {
        my ($first) = @_;
        while (@open && (!defined $first || $open[-1][1] le $first)) {
            $emit->($open[-1][1]);
            pop @open;
        }
    };
    return sub {
        until (@ready) {
            my $network = $stream->();
            $close_until->($network && $network->[0]);
            last unless $network;
            $emit->($network->[0]) if @open;
            $at = $network->[0];
            push @open, $network;
        }
        return shift @ready;
    };
}

# overlay(ANSWER, STREAMS): cuts at every edge of every stream. ANSWER is given the values that hold
# for the piece, one per stream, undef where a stream has no range there.
sub overlay {
    my ($answer, @streams) = @_;
    my @current = map { $_->() } @streams;
    my $at = "\0" x 16;
    return sub {
        my ($next, @values);
        for my $i (0 .. $#streams) {
            $current[$i] = $streams[$i]->() while $current[$i] && $current[$i][1] le $at;
            my $range  = $current[$i] or next;
            my $covers = $range->[0] le $at;
            my $edge   = $covers ? $range->[1] : $range->[0];
            $values[$i] = $range->[2] if $covers;
            $next       = $edge if !defined $next || $edge lt $next;
        }
        return unless defined $next;
        my $piece = [ $at, $next, $answer->(@values) ];
        $at = $next;
        return $piece;
    };
}

# coarsen(STREAM): gives each IPv6 /48 the value of its first address. Some 3,000 of them are
# cut finer in the sources, down to single addresses; that detail would take another megabyte.
sub coarsen {
    my ($stream) = @_;
    return sub {
        while (my $range = $stream->()) {
            my ($first, $end) = map { next_48($_) } @{$range}[ 0, 1 ];
            return [ $first, $end, $range->[2] ] if $first lt $end;
        }
        return;
    };
}

# join_equal(STREAM): neighbours with equal values become one range; ranges without a value go.
sub join_equal {
    my ($stream) = @_;
    my $held;
    return sub {
        while (my $range = $stream->()) {
            next if $range->[2] eq q{};
            if ($held && $held->[1] eq $range->[0] && $held->[2] eq $range->[2]) {
                $held->[1] = $range->[1];
                next;
            }
            (my $done, $held) = ($held, $range);
            return $done if $done;
        }
        (my $done, $held) = ($held, undef);
        return $done;
    };
}

# --- what is known of a piece ---------------------------------------------------------------------

sub read_country_codes {
    my ($path) = @_;
    my $file = open_text($path);
    return { map { $_ => 1 } map { split } grep { !/^#/ } <$file> };
}

# country(TOR, LIBLOC): the country, or nothing. A code that is neither a country nor a region ("??"
# for unknown, codes withdrawn or mistyped) is no answer, and the older source is asked.
sub country {
    my ($is_country, @codes) = @_;
    for my $code (map { $same_country{$_} // $_ } @codes) {
        return $code if $is_country->{$code};
        return q{}   if $is_region{$code};
    }
    return q{};
}

# answer(...): "country,number" for one piece, either of which may be missing; empty if both are.
sub answer {
    my ($is_country, $alias, $tor, $libloc) = @_;
    return q{} if defined $alias;
    my ($code, $number) = split /,/, $libloc // q{,}, -1;
    my $country = country($is_country, $tor // q{}, $code);
    return "$country$number" eq q{} ? q{} : "$country,$number";
}

# read_names(PATH): AS names by number. Control characters, left behind by wrong decoding upstream,
# go.
sub read_names {
    my ($path) = @_;
    my $file = open_text($path);
    my (%name_of, $number);
    while (my $line = <$file>) {
        last if $line =~ /^net:/;
        $number = $1 if $line =~ /^aut-num:\s+AS(\d+)/;
        next unless $line =~ /^name:\s+(\S.*)/;
        (my $name = $1) =~ s/\p{Cc}+//g;
        $name_of{$number} = join q{ }, split q{ }, $name;
    }
    return \%name_of;
}

# record(VALUE, NAMES): the data of a network, in the field layout of GeoLite2.
sub record {
    my ($value, $name_of) = @_;
    my ($country, $number) = split /,/, $value, -1;
    my %record;
    $record{country} = { iso_code => $country } if $country ne q{};
    if ($number ne q{}) {
        $record{autonomous_system_number} = $number;
        my $name = $name_of->{$number} // q{};
        $record{autonomous_system_organization} = $name if $name ne q{};
    }
    return \%record;
}

# --- the file -------------------------------------------------------------------------------------

# generated(PATH): when a source was made, by its own header.
sub generated {
    my ($path) = @_;
    my $file = open_text($path);
    while (my $line = <$file>) {
        last unless $line =~ /^#/;
        return Time::Piece->strptime($1, '%a, %d %b %Y %H:%M:%S GMT')
            if $line =~ /^# Generated:\s+(.*\S)/;
    }
    die "$path: no date in the header\n";
}

sub description {
    my ($countries_of, $networks_of) = map { $_->ymd } @_;
    my $text = "Countries and networks (AS) of IPv4 and IPv6 addresses, for Sweepscope. From the"
        . " IPFire Location database (https://location.ipfire.org): countries of $countries_of, as"
        . " packaged by The Tor Project; AS numbers, AS names and countries missing there of"
        . " $networks_of. Merged and filtered. Licence: CC BY-SA 4.0.";

    # A string of exactly this length is written wrongly by MaxMind::DB::Writer 0.300003.
    die "change the length of the description\n" if length $text == 285;
    return $text;
}

sub new_tree {
    my ($countries_of, $networks_of) = @_;
    my $tree = MaxMind::DB::Writer::Tree->new(
        ip_version               => 6,
        record_size              => $record_size,
        database_type            => 'Sweepscope-Country-ASN',
        languages                => ['en'],
        description              => { en => description($countries_of, $networks_of) },
        map_key_type_callback    => sub { $type_of{ $_[0] } },
        alias_ipv6_to_ipv4       => 1,
        remove_reserved_networks => 1,
    );

    # The writer stamps the time of writing unless told otherwise. The newest source's date says
    # more, and keeps the bytes the same from one build to the next.
    my ($newest) = sort { $b <=> $a } map { $_->epoch } $countries_of, $networks_of;
    $tree->_set_build_epoch($newest);
    return $tree;
}

sub fill {
    my ($tree, $ranges, $name_of) = @_;
    my %record_for;
    while (my $range = $ranges->()) {
        my ($first, $end, $value) = @{$range};
        my ($from, $to) = map { inet_ntop(AF_INET6, $_) } $first, predecessor($end);
        $tree->insert_range($from, $to, $record_for{$value} //= record($value, $name_of));
    }
    return;
}

# Counts the networks of a tree; an object because the writer's iterate() asks for one.
package NetworkCount {
    sub new { return bless { ipv4 => 0, ipv6 => 0 }, shift }

    sub process_data_record {
        my ($self, undef, undef, undef, undef, $first) = @_;
        $self->{ $first < 2**32 ? 'ipv4' : 'ipv6' }++;
        return;
    }
}

sub main {
    die "usage: build_geo.pl SOURCES COUNTRY_CODES OUT\n" unless @ARGV == 3;
    my ($sources, $country_codes, $out) = @ARGV;
    my ($geoip, $geoip6, $location) = map { "$sources/$_" } qw(geoip geoip6 location.txt);
    my $is_country = read_country_codes($country_codes);

    my $pieces = overlay(
        sub { answer($is_country, @_) },
        list(map { [ parse_network($_), 'alias' ] } @aliases),
        in_order('tor-geoipdb', chain(tor_ranges($geoip), tor_ranges($geoip6))),
        in_order('location.txt', flatten(libloc_networks($location))),
    );
    my $ranges = join_equal(coarsen($pieces));
    my $tree = new_tree(generated($geoip), generated($location));
    fill($tree, $ranges, read_names($location));

    open my $file, '>:raw', $out or die "$out: $!\n";
    $tree->write_tree($file);
    close $file or die "$out: $!\n";

    my $count = NetworkCount->new;
    $tree->iterate($count);
    printf "%d IPv4 networks, %d IPv6 networks, %d nodes\n", $count->{ipv4}, $count->{ipv6},
        $tree->node_count;
    return;
}

main();
