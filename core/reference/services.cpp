// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/services.h"

#include <algorithm>
#include <array>
#include <span>

namespace sweepscope {

namespace {

struct Service {
    std::uint16_t port;
    std::string_view name;
};

// clang-format off
constexpr auto kTcp = std::to_array<Service>({
    {1, "tcpmux"}, {7, "echo"}, {9, "discard"}, {11, "systat"}, {13, "daytime"}, {15, "netstat"},
    {17, "qotd"}, {19, "chargen"}, {20, "ftp-data"}, {21, "ftp"}, {22, "ssh"}, {23, "telnet"},
    {25, "smtp"}, {26, "telnet-alt"}, {37, "time"}, {42, "nameserver"}, {43, "whois"},
    {49, "tacacs"}, {53, "domain"}, {70, "gopher"}, {79, "finger"}, {80, "http"}, {81, "http-alt"},
    {82, "http-alt"}, {83, "http-alt"}, {84, "http-alt"}, {85, "http-alt"}, {88, "kerberos"},
    {89, "http-alt"}, {102, "iso-tsap"}, {106, "pop3pw"}, {110, "pop3"}, {111, "sunrpc"},
    {113, "ident"}, {119, "nntp"}, {135, "msrpc"}, {139, "netbios-ssn"}, {143, "imap"},
    {161, "snmp"}, {175, "vmnet"}, {179, "bgp"}, {199, "smux"}, {222, "ssh-alt"}, {264, "bgmp"},
    {311, "asip-webadmin"}, {389, "ldap"}, {427, "svrloc"}, {443, "https"}, {444, "https-alt"},
    {445, "microsoft-ds"}, {465, "submissions"}, {502, "modbus"}, {503, "modbus-alt"},
    {512, "exec"}, {513, "login"}, {514, "shell"}, {515, "printer"}, {541, "fortimanager"},
    {548, "afp"}, {554, "rtsp"}, {587, "submission"}, {593, "http-rpc"}, {623, "ipmi"},
    {631, "ipp"}, {636, "ldaps"}, {646, "ldp"}, {666, "doom"}, {771, "realport"}, {789, "redlion"},
    {830, "netconf-ssh"}, {873, "rsync"}, {902, "vmware-auth"}, {903, "vmware"}, {989, "ftps-data"},
    {990, "ftps"}, {992, "telnets"}, {993, "imaps"}, {995, "pop3s"}, {1023, "telnet-alt"},
    {1025, "msrpc-alt"}, {1080, "socks"}, {1099, "rmi"}, {1177, "njrat"}, {1194, "openvpn"},
    {1200, "codesys"}, {1234, "search-agent"}, {1241, "nessus"}, {1270, "omi"},
    {1311, "dell-openmanage"}, {1344, "icap"}, {1400, "sonos"}, {1433, "ms-sql-s"},
    {1434, "ms-sql-m"}, {1471, "csdmbase"}, {1521, "oracle"}, {1604, "citrix-ica"}, {1720, "h323"},
    {1723, "pptp"}, {1741, "cisco-net-mgmt"}, {1801, "msmq"}, {1833, "mqtt-alt"}, {1883, "mqtt"},
    {1900, "ssdp"}, {1911, "niagara-fox"}, {1962, "pcworx"}, {1991, "cisco-stun"},
    {2000, "cisco-sccp"}, {2022, "ssh-alt"}, {2049, "nfs"}, {2067, "dlsw"}, {2082, "cpanel"},
    {2083, "cpanels"}, {2086, "whm"}, {2087, "whms"}, {2121, "ftp-alt"}, {2152, "gtp-user"},
    {2181, "zookeeper"}, {2222, "ssh-alt"}, {2223, "ssh-alt"}, {2323, "telnet-alt"},
    {2332, "telnet-alt"}, {2375, "docker"}, {2376, "dockers"}, {2379, "etcd"}, {2404, "iec-104"},
    {2455, "codesys"}, {2480, "orientdb"}, {2628, "dict"}, {3000, "http-alt"}, {3001, "http-alt"},
    {3127, "mydoom"}, {3128, "squid"}, {3260, "iscsi"}, {3268, "ldap-gc"}, {3299, "saprouter"},
    {3306, "mysql"}, {3310, "clamav"}, {3388, "rdp-alt"}, {3389, "ms-wbt-server"},
    {3390, "rdp-alt"}, {3391, "rdp-alt"}, {3478, "stun"}, {3541, "vnc-http"}, {3542, "vnc-http"},
    {3689, "daap"}, {3690, "svn"}, {3702, "ws-discovery"}, {3749, "cimtrak"}, {3780, "nexpose"},
    {3784, "ventrilo"}, {4000, "remoteanything"}, {4022, "udpxy"}, {4040, "subsonic"},
    {4063, "ice"}, {4064, "ice"}, {4242, "vdmplay"}, {4243, "docker"}, {4369, "epmd"},
    {4443, "https-alt"}, {4444, "metasploit"}, {4500, "ipsec-nat-t"}, {4505, "saltstack"},
    {4506, "saltstack"}, {4567, "tram"}, {4662, "edonkey"}, {4782, "quasar"},
    {4786, "cisco-smart-install"}, {4800, "moxa"}, {4840, "opc-ua"}, {4848, "glassfish"},
    {4899, "radmin"}, {4911, "niagara-foxs"}, {4949, "munin"}, {5000, "upnp"}, {5001, "http-alt"},
    {5006, "melsec"}, {5007, "melsec"}, {5008, "http-alt"}, {5009, "airport-admin"},
    {5038, "asterisk"}, {5060, "sip"}, {5061, "sips"}, {5094, "hart-ip"}, {5190, "aim"},
    {5222, "xmpp"}, {5269, "xmpp-server"}, {5353, "mdns"}, {5357, "wsd"}, {5358, "wsds"},
    {5431, "park-agent"}, {5432, "postgresql"}, {5433, "postgresql-alt"}, {5555, "adb"},
    {5556, "freeciv"}, {5560, "isqlplus"}, {5577, "mihome"}, {5601, "kibana"}, {5632, "pcanywhere"},
    {5672, "amqp"}, {5673, "amqp-alt"}, {5800, "vnc-http"}, {5801, "vnc-http"},
    {5858, "node-debug"}, {5900, "vnc"}, {5901, "vnc"}, {5902, "vnc"}, {5903, "vnc"},
    {5938, "teamviewer"}, {5984, "couchdb"}, {5985, "winrm"}, {5986, "winrms"}, {6000, "x11"},
    {6001, "x11"}, {6036, "dvr"}, {6129, "dameware"}, {6379, "redis"}, {6380, "redis-alt"},
    {6443, "kubernetes"}, {6588, "analogx"}, {6664, "irc"}, {6665, "irc"}, {6666, "irc"},
    {6667, "irc"}, {6668, "irc"}, {6697, "ircs"}, {6881, "bittorrent"},
    {6969, "bittorrent-tracker"}, {7000, "afs3"}, {7001, "weblogic"}, {7002, "weblogics"},
    {7071, "zimbra-admin"}, {7077, "spark"}, {7171, "tibia"}, {7218, "http-alt"}, {7474, "neo4j"},
    {7547, "cwmp"}, {7548, "cwmp-alt"}, {7634, "hddtemp"}, {7657, "i2p"}, {7777, "http-alt"},
    {7779, "http-alt"}, {8000, "http-alt"}, {8001, "http-alt"}, {8006, "proxmox"},
    {8007, "http-alt"}, {8008, "http-alt"}, {8009, "ajp13"}, {8010, "http-alt"}, {8018, "http-alt"},
    {8022, "ssh-alt"}, {8040, "screenconnect"}, {8060, "roku"}, {8069, "odoo"}, {8080, "http-alt"},
    {8081, "http-alt"}, {8082, "http-alt"}, {8083, "http-alt"}, {8084, "http-alt"},
    {8085, "http-alt"}, {8086, "influxdb"}, {8087, "riak"}, {8088, "yarn"}, {8089, "splunkd"},
    {8090, "confluence"}, {8098, "riak"}, {8099, "http-alt"}, {8112, "deluge"}, {8118, "privoxy"},
    {8123, "http-proxy"}, {8126, "statsd"}, {8139, "puppet"}, {8140, "puppet"}, {8181, "https-alt"},
    {8200, "trivnet"}, {8291, "winbox"}, {8333, "bitcoin"}, {8334, "bitcoin-filter"},
    {8443, "https-alt"}, {8500, "consul"}, {8530, "wsus"}, {8531, "wsuss"}, {8545, "ethereum-rpc"},
    {8554, "rtsp-alt"}, {8649, "ganglia"}, {8728, "routeros-api"}, {8729, "routeros-apis"},
    {8834, "nessus"}, {8880, "http-alt"}, {8888, "http-alt"}, {8889, "http-alt"},
    {9000, "http-alt"}, {9001, "tor-orport"}, {9002, "http-alt"}, {9042, "cassandra"},
    {9050, "tor-socks"}, {9051, "tor-control"}, {9080, "http-alt"}, {9090, "http-alt"},
    {9091, "transmission"}, {9092, "kafka"}, {9100, "jetdirect"}, {9151, "tor-browser"},
    {9160, "cassandra"}, {9191, "http-alt"}, {9200, "elasticsearch"}, {9295, "playstation"},
    {9300, "elasticsearch"}, {9418, "git"}, {9443, "https-alt"}, {9527, "dvr-shell"}, {9530, "dvr"},
    {9600, "omron-fins"}, {9633, "dameware-alt"}, {9869, "http-alt"}, {9943, "http-alt"},
    {9944, "http-alt"}, {9981, "tvheadend"}, {9999, "http-alt"}, {10000, "webmin"},
    {10001, "ubiquiti"}, {10134, "ratnet"}, {10243, "wmp"}, {10250, "kubelet"},
    {10255, "kubelet-readonly"}, {10443, "https-alt"}, {10554, "rtsp-alt"}, {11211, "memcached"},
    {11300, "beanstalkd"}, {12345, "netbus"}, {13579, "http-alt"}, {14147, "filezilla-admin"},
    {16010, "hbase"}, {16992, "intel-amt"}, {16993, "intel-amts"}, {17000, "http-alt"},
    {17185, "vxworks-debug"}, {18245, "ge-srtp"}, {18246, "ge-srtp"}, {19000, "jetdirect-alt"},
    {20000, "dnp3"}, {20547, "proconos"}, {21025, "starbound"}, {21379, "redis-alt"},
    {22222, "ssh-alt"}, {23023, "telnet-alt"}, {23424, "http-alt"}, {25105, "insteon"},
    {25565, "minecraft"}, {26257, "cockroachdb"}, {27015, "steam"}, {27017, "mongodb"},
    {27018, "mongodb"}, {28015, "rethinkdb"}, {28017, "mongodb-http"}, {30303, "ethereum"},
    {31337, "back-orifice"}, {32400, "plex"}, {32764, "sercomm"}, {33389, "rdp-alt"},
    {34567, "dvr"}, {34599, "dvr"}, {37215, "huawei-hg532"}, {37777, "dahua"}, {41795, "crestron"},
    {44818, "ethernet-ip"}, {47808, "bacnet"}, {48101, "mirai-control"}, {49152, "upnp-soap"},
    {50000, "sap"}, {50050, "cobalt-strike"}, {50070, "hdfs"}, {50075, "hdfs"},
    {51106, "deluge-http"}, {51235, "ripple"}, {52869, "realtek-upnp"}, {53413, "netis"},
    {54138, "toshiba-pos"}, {55443, "https-alt"}, {55553, "metasploit-rpc"},
    {55554, "metasploit-rpc"}, {58455, "backdoor"}, {60001, "jaws-dvr"}, {61613, "stomp"},
    {61616, "activemq"}, {62078, "iphone-sync"}, {64738, "mumble"},
});

constexpr auto kUdp = std::to_array<Service>({
    {7, "echo"}, {9, "discard"}, {13, "daytime"}, {17, "qotd"}, {19, "chargen"}, {37, "time"},
    {53, "domain"}, {67, "dhcp-server"}, {68, "dhcp-client"}, {69, "tftp"}, {80, "http3-alt"},
    {88, "kerberos"}, {111, "sunrpc"}, {123, "ntp"}, {137, "netbios-ns"}, {138, "netbios-dgm"},
    {161, "snmp"}, {162, "snmptrap"}, {177, "xdmcp"}, {389, "cldap"}, {427, "svrloc"},
    {443, "quic"}, {464, "kpasswd"}, {500, "isakmp"}, {502, "modbus"}, {514, "syslog"},
    {520, "rip"}, {523, "db2"}, {554, "rtsp"}, {623, "ipmi"}, {626, "serialnumberd"}, {631, "cups"},
    {1027, "msrpc-alt"}, {1194, "openvpn"}, {1434, "ms-sql-m"}, {1604, "citrix-ica"},
    {1645, "radius-old"}, {1646, "radius-acct-old"}, {1701, "l2tp"}, {1718, "h225"}, {1719, "h323"},
    {1812, "radius"}, {1813, "radius-acct"}, {1900, "ssdp"}, {1985, "hsrp"}, {2049, "nfs"},
    {2123, "gtp-control"}, {2152, "gtp-user"}, {2302, "dayz"}, {2362, "digi"}, {3074, "xbox"},
    {3283, "apple-remote"}, {3386, "gtp-prime"}, {3389, "rdp-udp"}, {3391, "rd-gateway"},
    {3478, "stun"}, {3479, "stun-alt"}, {3671, "knx"}, {3702, "ws-discovery"},
    {4500, "ipsec-nat-t"}, {4569, "iax"}, {4784, "bfd"}, {5004, "rtp"}, {5006, "wsdapi"},
    {5060, "sip"}, {5061, "sips"}, {5070, "sip-alt"}, {5080, "sip-alt"}, {5093, "sentinel-lm"},
    {5094, "hart-ip"}, {5349, "stuns"}, {5351, "nat-pmp"}, {5353, "mdns"}, {5355, "llmnr"},
    {5432, "postgresql"}, {5555, "adb"}, {5632, "pcanywhere"}, {5673, "amqp-alt"}, {5683, "coap"},
    {5684, "coaps"}, {6000, "x11"}, {6343, "sflow"}, {6881, "bittorrent"}, {7001, "afs3"},
    {7547, "cwmp"}, {8088, "coap-alt"}, {8611, "canon-bjnp"}, {9000, "http-alt"},
    {9034, "realtek-sdk"}, {9600, "omron-fins"}, {9987, "teamspeak"}, {10001, "ubiquiti"},
    {10074, "tp240"}, {10080, "amanda"}, {11211, "memcached"}, {16464, "zeroaccess"},
    {17185, "vxworks-debug"}, {19132, "minecraft-bedrock"}, {20000, "dnp3"}, {26000, "quake"},
    {27005, "steam-client"}, {27015, "steam"}, {27960, "quake3"}, {28784, "koyo"},
    {30303, "ethereum"}, {30718, "lantronix"}, {32414, "plex-gdm"}, {33434, "traceroute"},
    {34964, "profinet"}, {37810, "dahua"}, {44818, "ethernet-ip"}, {47808, "bacnet"},
    {48899, "gateway"}, {51413, "bittorrent"}, {51820, "wireguard"}, {53413, "netis"},
    {64738, "mumble"},
});

// clang-format on

constexpr bool isAscending(std::span<const Service> services) {
    return std::is_sorted(services.begin(), services.end(),
        [](const Service& a, const Service& b) { return a.port < b.port; });
}

static_assert(isAscending(kTcp) && isAscending(kUdp));

std::string_view find(std::span<const Service> services, std::uint16_t port) {
    const auto found = std::lower_bound(services.begin(), services.end(), port,
        [](const Service& service, std::uint16_t wanted) { return service.port < wanted; });
    return found != services.end() && found->port == port ? found->name : std::string_view();
}

} // namespace

std::string_view serviceName(Protocol protocol, std::uint16_t port) {
    switch (protocol) {
    case Protocol::tcp:
        return find(kTcp, port);
    case Protocol::udp:
        return find(kUdp, port);
    case Protocol::icmp:
        return port == 0 ? "ping" : "";
    case Protocol::other:
        break;
    }
    return "";
}

} // namespace sweepscope
