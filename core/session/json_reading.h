// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace sweepscope {

/// Reads members of JSON objects that nobody vouches for. What is missing keeps its value; what is
/// there and of another type, or out of range, is remembered by its name. Never throws.
class JsonReading {
public:
    using Json = nlohmann::ordered_json;

    /// The member; null where there is none or `object` is no object.
    static const Json& member(const Json& object, const char* name) {
        static const Json kNothing;
        const auto found = object.is_object() ? object.find(name) : object.end();
        return found == object.end() || !object.is_object() ? kNothing : *found;
    }

    template <typename Value>
    void read(const Json& object, const char* name, Value& value) {
        const Json& found = member(object, name);
        if (found.is_null())
            return;
        if (!take(found, value))
            complain(name);
    }

    void complain(const char* name) {
        if (m_wrong.empty())
            m_wrong = name;
    }

    /// The first member that makes no sense; empty: all do.
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

private:
    template <typename Value>
    static bool take(const Json& found, Value& value) {
        if constexpr (std::is_same_v<Value, bool>) {
            if (!found.is_boolean())
                return false;
            value = found.template get<bool>();
        } else if constexpr (std::is_same_v<Value, std::string>) {
            if (!found.is_string())
                return false;
            value = found.template get_ref<const std::string&>();
        } else if constexpr (std::is_same_v<Value, double>) {
            if (!found.is_number())
                return false;
            value = found.template get<double>();
        } else {
            return takeInteger(found, value);
        }
        return true;
    }

    template <typename Value>
    static bool takeInteger(const Json& found, Value& value) {
        static_assert(std::is_integral_v<Value>);
        if (!found.is_number_integer())
            return false;
        if (found.is_number_unsigned()) {
            const auto number = found.template get<std::uint64_t>();
            if (number > static_cast<std::uint64_t>(std::numeric_limits<Value>::max()))
                return false;
            value = static_cast<Value>(number);
            return true;
        }
        const auto number = found.template get<std::int64_t>(); // below zero
        if constexpr (std::is_unsigned_v<Value>)
            return false;
        else {
            if (number < static_cast<std::int64_t>(std::numeric_limits<Value>::min()))
                return false;
            value = static_cast<Value>(number);
            return true;
        }
    }

    std::string m_wrong;
};

} // namespace sweepscope
